using System.Globalization;

namespace SocialContract.Verification.Sending;

/// <summary>Notices that a server has stopped responding: further requests would take minutes and show nothing.</summary>
internal sealed class UnresponsiveTarget
{
    /// <summary>After this many requests without a response in a row the run stops sending.</summary>
    private const int Limit = 10;

    private int _responses;
    private int _inRow;

    /// <summary>Why nothing more is sent; null while the server responds.</summary>
    public string? Reason { get; private set; }

    public void Hear(SendResult result)
    {
        switch (result.Fault)
        {
            case FaultKind.TimeOver or FaultKind.Unresponsive or FaultKind.Internal:
                break;
            case FaultKind.None or FaultKind.Endless:
                (_responses, _inRow) = (_responses + 1, 0);
                break;
            default:
                _inRow++;
                if (_inRow == Limit)
                {
                    Reason = string.Create(
                        CultureInfo.InvariantCulture, $"the server stopped responding after {_responses} responses: {result.FaultText}");
                }

                break;
        }
    }
}
