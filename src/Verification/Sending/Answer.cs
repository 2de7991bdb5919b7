using SocialContract.Contract.Messages;

namespace SocialContract.Verification.Sending;

/// <summary>What came back for a request: a response, or a fault, or the beginning of a response that did not end.</summary>
internal sealed class Answer
{
    /// <summary>Null where none came.</summary>
    public ResponseMessage? Message { get; init; }

    public FaultKind Fault { get; init; }

    /// <summary>The fault in words; empty where there is none.</summary>
    public string FaultText { get; init; } = "";

    public double Milliseconds { get; init; }

    /// <summary>The status; 0 where no response came.</summary>
    public int Code => Message?.Status ?? 0;

    public ReadOnlyMemory<byte> Body => Message?.Body ?? default;

    public bool IsSuccess => Code is >= 200 and < 300;

    public bool IsRedirect => Code is >= 300 and < 400;

    public bool IsRefusal => Code is >= 400 and < 500;

    public bool IsServerError => Code >= 500;

    public bool IsHtml => Header("Content-Type")?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true;

    public static Answer NotSent(FaultKind fault, string why) => new() { Fault = fault, FaultText = why };

    /// <summary>The values of all lines of that name, joined; null where there is none.</summary>
    public string? Header(string name) => Message?.Headers[name];
}

/// <summary>Why there is no complete response.</summary>
internal enum FaultKind
{
    None,

    /// <summary>No connection: refused, no such host, no trust.</summary>
    Unreachable,

    /// <summary>The connection ended before the response was complete.</summary>
    Closed,
    TimedOut,

    /// <summary>The response is longer than the limit.</summary>
    Endless,

    /// <summary>The run's time was over: the request was not sent, or its response came too late.</summary>
    TimeOver,

    /// <summary>The server did not respond to earlier requests, so this one was not sent.</summary>
    Unresponsive,
}
