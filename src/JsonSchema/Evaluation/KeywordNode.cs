namespace SocialContract.JsonSchema.Evaluation;

/// <summary>A keyword of a compiled schema.</summary>
/// <param name="site">The schema it belongs to, and its name.</param>
internal abstract class KeywordNode(KeywordSite site) : Assertion
{
    public KeywordSite Site { get; } = site;

    /// <summary>
    /// Whether the verdict evaluates this node. False for annotations, and for keywords whose verdict another assertion gives.
    /// </summary>
    public virtual bool IsAsserted => true;

    /// <summary>The schema that a reference leads to; null for keywords that are not references.</summary>
    public virtual SchemaNode? RefersTo => null;

    /// <summary>Reports every violation and annotation at an instance location of a kind that the keyword applies to.</summary>
    public abstract void Explain(Explainer explainer, ref Evaluator evaluator, int index);
}
