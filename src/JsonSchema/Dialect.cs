namespace SocialApi.JsonSchema;

/// <summary>A set of keywords and the rules that go with them: what <c>$schema</c> names.</summary>
public sealed class Dialect
{
    private Dialect(Uri id) => Id = id;

    public static Dialect Draft202012 { get; } = new(new Uri("https://json-schema.org/draft/2020-12/schema"));

    /// <summary>The URI of the meta-schema.</summary>
    public Uri Id { get; }
}
