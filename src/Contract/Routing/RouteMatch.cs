using SocialContract.Contract.Model;

namespace SocialContract.Contract.Routing;

/// <summary>The result of <see cref="OperationRouter.Match"/>. Values captured from the path are still percent-encoded.</summary>
public readonly struct RouteMatch
{
    private readonly string? _path;
    private readonly string[]? _names;
    private readonly CaptureSet _captures;
    private readonly IReadOnlyList<string>? _allowed;

    internal RouteMatch(Operation operation, string path, string[] names, in CaptureSet captures)
    {
        Kind = RouteMatchKind.Matched;
        Operation = operation;
        _path = path;
        _names = names;
        _captures = captures;
    }

    internal RouteMatch(IReadOnlyList<string> allowed)
    {
        Kind = RouteMatchKind.UnknownMethod;
        _allowed = allowed;
    }

    public RouteMatchKind Kind { get; }

    /// <summary>Null unless <see cref="Kind"/> is <see cref="RouteMatchKind.Matched"/>.</summary>
    public Operation? Operation { get; }

    /// <summary>The documented methods of the matching paths, in document order; empty unless the method is unknown.</summary>
    public IReadOnlyList<string> AllowedMethods => _allowed ?? [];

    /// <summary>The number of values captured from the path.</summary>
    public int CaptureCount => _captures.Count;

    /// <summary>The raw value of a path parameter; false if the template does not have it.</summary>
    public bool TryGetCapture(string name, out ReadOnlySpan<char> raw)
    {
        var isThere = TryGetRange(name, out var range);
        raw = isThere ? _path.AsSpan(range.Start, range.Length) : default;
        return isThere;
    }

    /// <summary>The place of the raw value of a path parameter in the path.</summary>
    internal bool TryGetRange(string name, out PathRange range)
    {
        for (var i = 0; i < _captures.Count; i++)
        {
            if (string.Equals(_names![i], name, StringComparison.Ordinal))
            {
                range = _captures[i];
                return true;
            }
        }

        range = default;
        return false;
    }
}
