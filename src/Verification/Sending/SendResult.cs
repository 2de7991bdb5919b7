using SocialContract.Contract.Http;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Rules;

namespace SocialContract.Verification.Sending;

/// <summary>What came back for a request: a response, or a fault, or the beginning of a response that did not end.</summary>
internal sealed class SendResult
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

    /// <summary>401 or 403.</summary>
    public bool RefusesCaller => RefusalStatuses.RefusesCaller(Code);

    /// <summary>429.</summary>
    public bool IsThrottled => Code == RefusalStatuses.TooManyRequests;

    /// <summary>The refusal is about the caller or how much it asks, so that it says nothing about the request: 401, 403 or 429.</summary>
    public bool IsAboutCaller => RefusesCaller || IsThrottled;

    /// <summary>The resource does not exist, or no longer: 404 or 410.</summary>
    public bool IsMissing => RefusalStatuses.IsMissing(Code);

    /// <summary>5xx, or a status that HTTP does not have, which counts as 5xx (RFC 9110, section 15).</summary>
    public bool IsServerError => Message is { Status: < 100 or >= 500 };

    public bool IsHtml => MediaTypeName.TryParse(Header("Content-Type"), out var name) && name.IsHtml;

    /// <summary>The redirection that was followed to the response; null where there was none.</summary>
    public Redirection? Redirection { get; init; }

    /// <summary>The response, after a redirection that led to it.</summary>
    public SendResult After(Redirection redirection) => new()
    {
        Message = Message,
        Fault = Fault,
        FaultText = FaultText,
        Milliseconds = Milliseconds,
        IsSent = IsSent,
        Redirection = redirection,
    };

    /// <summary>Whether the request was sent at all.</summary>
    public bool IsSent { get; init; } = true;

    public static SendResult NotSent(FaultKind fault, string why) => new() { Fault = fault, FaultText = why, IsSent = false };

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

    /// <summary>The run's time was over, or it was interrupted: the request was not sent, or its response came too late.</summary>
    TimeOver,

    /// <summary>The server did not respond to earlier requests, so this one was not sent.</summary>
    Unresponsive,

    /// <summary>The kit itself failed: nothing was learnt about the server.</summary>
    Internal,
}
