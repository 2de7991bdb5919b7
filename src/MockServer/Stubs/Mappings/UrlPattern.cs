using SocialContract.MockServer.Stubs.Patterns;
using SocialContract.MockServer.Stubs.RegularExpressions;
using SocialContract.MockServer.Stubs.Requests;

namespace SocialContract.MockServer.Stubs.Mappings;

/// <summary>What the URL of a request must be. Percent-encoding is compared as sent.</summary>
/// <param name="Name">As in the stub's JSON: <c>urlPath</c>; <c>url</c> if the stub has none.</param>
/// <param name="Expected">As in the stub's JSON.</param>
internal abstract record UrlPattern(string Name, string Expected)
{
    /// <summary>Matches every URL.</summary>
    public static UrlPattern Any { get; } = new AnyUrl();

    /// <summary>The only path that matches; null if several may.</summary>
    public virtual string? ExactPath => null;

    public abstract bool Matches(StubRequest request);

    /// <summary>From 0, a match, to 1.</summary>
    public virtual double Distance(StubRequest request) => Matches(request) ? 0 : 1;

    /// <summary>What a difference shows: the path, with the query where that is compared.</summary>
    public virtual string Found(StubRequest request) => request.Path;

    private sealed record AnyUrl() : UrlPattern("url", "any URL")
    {
        public override bool Matches(StubRequest request) => true;
    }

    /// <summary><c>url</c>: path and query.</summary>
    public sealed record PathAndQuery(string Text) : UrlPattern("url", Text)
    {
        public override string? ExactPath { get; } = Text.IndexOf('?', StringComparison.Ordinal) is >= 0 and var end ? Text[..end] : Text;

        public override bool Matches(StubRequest request) => request.Url == Text;

        public override double Distance(StubRequest request) => TextDistance.Of(Text, request.Url);

        public override string Found(StubRequest request) => request.Url;
    }

    /// <summary><c>urlPath</c></summary>
    public sealed record PathOnly(string Text) : UrlPattern("urlPath", Text)
    {
        public override string? ExactPath => Text;

        public override bool Matches(StubRequest request) => request.Path == Text;

        public override double Distance(StubRequest request) => TextDistance.Of(Text, request.Path);
    }

    /// <summary><c>urlPattern</c></summary>
    public sealed record PathAndQueryExpression(StubRegex Regex) : UrlPattern("urlPattern", Regex.Expression)
    {
        public override bool Matches(StubRequest request) => Regex.IsMatch(request.Url, request.Timeouts);

        public override string Found(StubRequest request) => request.Url;
    }

    /// <summary><c>urlPathPattern</c></summary>
    public sealed record PathExpression(StubRegex Regex) : UrlPattern("urlPathPattern", Regex.Expression)
    {
        public override bool Matches(StubRequest request) => Regex.IsMatch(request.Path, request.Timeouts);
    }

    /// <summary><c>urlPathTemplate</c></summary>
    public sealed record Template(UrlPathTemplate Path) : UrlPattern("urlPathTemplate", Path.Text)
    {
        public override bool Matches(StubRequest request) => Path.Matches(request.Path);

        public override double Distance(StubRequest request) =>
            Matches(request) ? 0 : TextDistance.Of(Path.WithoutVariables, request.Path);
    }
}
