using SocialContract.Contract.Documents;

namespace SocialContract.Contract.Generation.Data;

/// <summary>What became of the wish for an instance of a schema.</summary>
public abstract record GenerationOutcome
{
    private GenerationOutcome()
    {
    }

    /// <summary>An instance that the compiled schema accepts.</summary>
    /// <param name="Json">One JSON text, UTF-8, without insignificant white space.</param>
    /// <param name="Origin">Whether the whole of it was made or stands in the schema.</param>
    public sealed record Generated(ReadOnlyMemory<byte> Json, ValueOrigin Origin) : GenerationOutcome;

    /// <summary>No instance was found within the limits.</summary>
    /// <param name="Keyword">The place of the keyword (or schema) that could not be satisfied.</param>
    /// <param name="Reason">One sentence: what could not be satisfied, and why.</param>
    public sealed record Impossible(DocumentNode Keyword, string Reason) : GenerationOutcome
    {
        /// <summary>The reason with its place, <c>file:line:column</c> first.</summary>
        public string Message => $"{Keyword.Position}: {Reason}";
    }
}
