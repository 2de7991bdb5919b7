using SocialContract.Contract.Messages;

namespace SocialContract.Verification.Running;

/// <summary>What came back for a request.</summary>
internal sealed class Answer
{
    /// <summary>0 where none came.</summary>
    public required int Code { get; init; }

    public string ReasonPhrase { get; init; } = "";

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public ReadOnlyMemory<byte> Bytes { get; init; }

    public FaultKind Fault { get; init; }

    /// <summary>The fault in words; empty where there is none.</summary>
    public string FaultText { get; init; } = "";

    public double Milliseconds { get; init; }

    public ReadOnlyMemory<byte> Body => Bytes;

    /// <summary>The answer as the validators take it.</summary>
    public ResponseMessage Message => new(Code, HeaderFields.Of(Headers), Bytes);

    public bool IsSuccess => Code is >= 200 and < 300;

    public bool IsRedirect => Code is >= 300 and < 400;

    public bool IsRefusal => Code is >= 400 and < 500;

    public bool IsServerError => Code >= 500;

    public bool IsHtml => Header("Content-Type")?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true;

    public string? Header(string name)
    {
        var values = Headers.Where(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value).ToList();
        return values.Count == 0 ? null : string.Join(", ", values);
    }

    /// <summary>The same answer under another status: one that the document describes for it.</summary>
    public Answer As(int status) => new() { Code = status, ReasonPhrase = ReasonPhrase, Headers = Headers, Bytes = Bytes, Milliseconds = Milliseconds };

    public static Answer NotSent(string why) => new() { Code = 0, Fault = FaultKind.NotSent, FaultText = why };
}
