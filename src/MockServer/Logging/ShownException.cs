using SocialContract.Contract.Secrets;

namespace SocialContract.MockServer.Logging;

/// <summary>A fault whose texts quote a secret, without it.</summary>
internal sealed class ShownException : Exception
{
    private readonly string _text;
    private readonly string? _stack;

    private ShownException(string message, string text, string? stack)
        : base(message) => (_text, _stack) = (text, stack);

    public override string? StackTrace => _stack;

    /// <summary>The fault as any logger may write it: itself, unless its texts hold a secret.</summary>
    public static Exception Of(Exception fault, Redactor redactor)
    {
        var text = fault.ToString();
        var shown = redactor.Text(text);
        return shown == text ? fault : new ShownException(redactor.Text(fault.Message), shown, fault.StackTrace);
    }

    public override string ToString() => _text;
}
