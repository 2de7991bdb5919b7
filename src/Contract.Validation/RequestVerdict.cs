using SocialContract.Contract.Model;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Validation.Decoding;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.Contract.Validation;

/// <summary>The result of validating a request. Its values are valid until it is disposed.</summary>
public sealed class RequestVerdict : IDisposable
{
    private readonly IReadOnlyList<Violation> _violations;
    private MessageScratch? _scratch;

    /// <param name="scratch">Holds the values, and is returned with the verdict.</param>
    internal RequestVerdict(List<Violation>? violations, MessageScratch scratch, MediaType? bodyMediaType)
    {
        _violations = violations ?? (IReadOnlyList<Violation>)[];
        _scratch = scratch;
        BodyMediaType = bodyMediaType;
    }

    public bool IsValid => _violations.Count == 0;

    /// <summary>
    /// All violations: of the body's syntax, then of parameters in the document's order, then of the body's content in the body's order.
    /// </summary>
    public IReadOnlyList<Violation> Violations => _violations;

    /// <summary>The first stage that failed; null if the request is valid.</summary>
    public ViolationKind? Stage => _violations.Count == 0 ? null : _violations[0].Kind;

    /// <summary>
    /// The body as JSON: as sent, or decoded from a form or text. Null if there is no body, if it could not be read, or if bodies of its
    /// media type are not decoded (XML, images).
    /// </summary>
    public JsonInstance? Body
    {
        get
        {
            ObjectDisposedException.ThrowIf(_scratch is null, this);
            return _scratch.Body;
        }
    }

    /// <summary>The document's entry by which the body was read; null if there is no body or no entry matches.</summary>
    public MediaType? BodyMediaType { get; }

    /// <summary>
    /// The value of a parameter as JSON, typed by its schema; false if it was not sent, could not be read, or is not a parameter of the
    /// operation.
    /// </summary>
    public bool TryGetParameter(ParameterLocation location, string name, out ReadOnlyMemory<byte> json)
    {
        ObjectDisposedException.ThrowIf(_scratch is null, this);
        foreach (var (parameter, start, length) in _scratch.Values)
        {
            if (parameter.In == location && IsNamed(parameter, name))
            {
                json = _scratch.Json.Slice(start, length);
                return true;
            }
        }

        json = default;
        return false;
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _scratch, null) is { } scratch)
        {
            scratch.Return();
        }
    }

    private static bool IsNamed(Parameter parameter, string name) => string.Equals(
        parameter.Name, name, parameter.In == ParameterLocation.Header ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
}
