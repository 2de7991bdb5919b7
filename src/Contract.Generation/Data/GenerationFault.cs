using SocialContract.Contract.Documents;

namespace SocialContract.Contract.Generation.Data;

/// <summary>Why no value was found for one place.</summary>
/// <param name="Keyword">The keyword that could not be satisfied, or the schema where no single keyword is to blame.</param>
/// <param name="Reason">One sentence.</param>
/// <param name="OfLimits">Whether a limit (depth, steps) stood in the way, so that the same schema may do elsewhere.</param>
internal sealed record GenerationFault(DocumentNode Keyword, string Reason, bool OfLimits = false);
