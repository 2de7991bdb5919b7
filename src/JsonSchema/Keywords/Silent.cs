using SocialContract.JsonSchema.Compilation;

namespace SocialContract.JsonSchema.Keywords;

/// <summary>Keywords that identify schemas or hold some for others to refer to (core 8); compiling them adds nothing.</summary>
internal static class Silent
{
    public static Keyword Of(string name) => new(name, SubschemaShape.None, compile: null);

    /// <summary><c>$defs</c> (core 8.2.4), formerly <c>definitions</c>.</summary>
    public static Keyword Definitions(string name) => new(name, SubschemaShape.Map, compile: null);
}
