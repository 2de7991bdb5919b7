using SocialContract.Verification.Cases;
using SocialContract.Verification.Sending;

namespace SocialContract.Verification.Running;

/// <summary>A resource that a request of the run created, or may have created.</summary>
/// <param name="creation">The request.</param>
/// <param name="ids">The resource's id, by the creating operation, and those of its parents.</param>
/// <param name="id">The resource's own id.</param>
internal sealed class CreatedResource(ContractCase creation, ResourceIds ids, string id)
{
    public ContractCase Creation => creation;

    public ResourceIds Ids => ids;

    /// <summary>The resource's own id.</summary>
    public string Id => id;

    /// <summary>Why it is not certain that the run created it, in a clause; null if it is certain.</summary>
    public string? Doubt { get; set; }

    /// <summary>Whether a GET showed it, or need not, as the document has none.</summary>
    public bool IsConfirmed { get; set; }

    /// <summary>Whether the run deleted it, or the server has said that it is not there.</summary>
    public bool IsGone { get; set; }
}
