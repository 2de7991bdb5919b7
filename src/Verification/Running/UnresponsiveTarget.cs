using System.Globalization;

namespace SocialContract.Verification.Running;

/// <summary>Notices that a server which answered at first does so no more: asking on would take minutes and tell nothing.</summary>
internal sealed class UnresponsiveTarget
{
    /// <summary>So many requests in a row without an answer, and nothing more is sent.</summary>
    private const int Most = 10;

    private int _answers;
    private int _inRow;
    private string _last = "";

    /// <summary>Why nothing more is sent; null where the server answers.</summary>
    public string? Reason { get; private set; }

    public void Hear(Answer answer)
    {
        if (answer.Fault == FaultKind.NotSent)
        {
            return;
        }

        if (answer.Fault is FaultKind.None or FaultKind.Endless)
        {
            (_answers, _inRow) = (_answers + 1, 0);
            return;
        }

        (_inRow, _last) = (_inRow + 1, answer.FaultText);
        if (_inRow == Most)
        {
            Reason = string.Create(CultureInfo.InvariantCulture, $"after {_answers} answers the server gave no more: {_last}");
        }
    }
}
