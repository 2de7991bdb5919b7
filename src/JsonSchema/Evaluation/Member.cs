namespace SocialContract.JsonSchema.Evaluation;

/// <summary>What a schema says about a member of that name.</summary>
/// <param name="name">Without escapes.</param>
/// <param name="schema">Its schema under <c>properties</c>, if any.</param>
/// <param name="isRequired">Whether <c>required</c> lists it.</param>
internal sealed class Member(byte[] name, SchemaNode? schema, bool isRequired)
{
    public byte[] Name { get; } = name;

    public SchemaNode? Schema { get; } = schema;

    public bool IsRequired { get; } = isRequired;
}
