namespace SocialContract.JsonSchema.Evaluation;

/// <summary>A keyword of a compiled schema.</summary>
/// <param name="site">Where it stands.</param>
internal abstract class KeywordNode(KeywordSite site) : Check
{
    public KeywordSite Site { get; } = site;

    /// <summary>Whether the verdict on it is a part of <see cref="MemberPass"/>, so that it is not asked itself.</summary>
    public virtual bool IsPartOfMemberPass => false;

    /// <summary>Whether it takes part in the verdict; false for annotations.</summary>
    public virtual bool IsAsked => true;

    /// <summary>Reports every violation and annotation at an instance location of a kind that it applies to.</summary>
    public abstract void Explain(Explainer explainer, ref Evaluator evaluator, int index);
}
