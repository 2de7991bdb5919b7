using SocialContract.JsonSchema.Instances;

namespace SocialContract.JsonSchema.Formats;

/// <summary>A format as an assertion.</summary>
/// <param name="Expected">What the format asks for, as it is read after 'expected'.</param>
/// <param name="Applies">The kinds of value that are tested; every other value has the format (validation 7).</param>
/// <param name="IsValid">Tests a string's text without escapes, or a number's text.</param>
internal sealed record Format(string Expected, Kinds Applies, Format.Test IsValid)
{
    public delegate bool Test(ReadOnlySpan<byte> utf8);
}
