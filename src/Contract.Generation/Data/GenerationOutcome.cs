using SocialContract.Contract.Documents;

namespace SocialContract.Contract.Generation.Data;

/// <summary>The result of generating an instance of a schema.</summary>
public abstract record GenerationOutcome
{
    private GenerationOutcome()
    {
    }

    /// <summary>An instance that the compiled schema accepts.</summary>
    /// <param name="Json">A JSON text in UTF-8, without insignificant white space.</param>
    /// <param name="Origin">Whether the whole instance was generated or taken from the schema.</param>
    public sealed record Generated(ReadOnlyMemory<byte> Json, ValueOrigin Origin) : GenerationOutcome;

    /// <summary>No instance was found within the limits.</summary>
    /// <param name="Keyword">The keyword, or the schema, that could not be satisfied.</param>
    /// <param name="Reason">One sentence: what could not be satisfied, and why.</param>
    public sealed record Impossible(DocumentNode Keyword, string Reason) : GenerationOutcome
    {
        /// <summary>The place, <c>file:line:column</c>, and the reason.</summary>
        public string Message => $"{Keyword.Position}: {Reason}";
    }
}
