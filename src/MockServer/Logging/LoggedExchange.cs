using System.Collections;
using System.Globalization;
using SocialContract.Contract.Exchanges;
using SocialContract.Contract.Secrets;

namespace SocialContract.MockServer.Logging;

/// <summary>
/// An exchange as a logger receives it: named values for any logger, all of the exchange for <see cref="StreamLog"/>.
/// </summary>
/// <remarks>Not a message of LoggerMessage: a struct that takes no memory before a logger asks for a value.</remarks>
internal readonly struct LoggedExchange(in Exchange exchange, Redactor redactor) : IReadOnlyList<KeyValuePair<string, object?>>
{
    private readonly Exchange _exchange = exchange;

    public int Count => 6;

    private string Method => redactor.Method(_exchange.Request.Method);

    private string Target => redactor.Target(_exchange.Request.Method, _exchange.Request.Target);

    private string Origin => redactor.Text(_exchange.Origin.Label);

    private int Status => _exchange.Response?.Status ?? 0;

    public KeyValuePair<string, object?> this[int index] => index switch
    {
        0 => new("Method", Method),
        1 => new("Target", Target),
        2 => new("Status", Status),
        3 => new("Origin", Origin),
        4 => new("Milliseconds", _exchange.Elapsed.TotalMilliseconds),
        5 => new("{OriginalFormat}", "{Method} {Target} {Status} {Origin} {Milliseconds:0.00} ms"),
        _ => throw new ArgumentOutOfRangeException(nameof(index)),
    };

    public RequestLine ToLine() => RequestLine.Of(_exchange, redactor);

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        for (var index = 0; index < Count; index++)
        {
            yield return this[index];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Method} {Target} {Status} {Origin} {_exchange.Elapsed.TotalMilliseconds:0.00} ms");
}
