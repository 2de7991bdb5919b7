using System.Globalization;

namespace SocialContract.Verification.Sending;

/// <summary>Notices that a server which answered at first does so no more: asking on would take minutes and tell nothing.</summary>
internal sealed class UnresponsiveTarget
{
    /// <summary>After this many unanswered requests in a row the run stops sending.</summary>
    private const int Limit = 10;

    private int _answers;
    private int _inRow;

    /// <summary>Why nothing more is sent; null where the server answers.</summary>
    public string? Reason { get; private set; }

    public void Hear(Answer answer)
    {
        switch (answer.Fault)
        {
            case FaultKind.TimeOver or FaultKind.Unresponsive:
                break;
            case FaultKind.None or FaultKind.Endless:
                (_answers, _inRow) = (_answers + 1, 0);
                break;
            default:
                _inRow++;
                if (_inRow == Limit)
                {
                    Reason = string.Create(
                        CultureInfo.InvariantCulture, $"after {_answers} answers the server gave no more: {answer.FaultText}");
                }

                break;
        }
    }
}
