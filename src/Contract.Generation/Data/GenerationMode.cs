namespace SocialContract.Contract.Generation.Data;

/// <summary>What kind of data is asked for.</summary>
public enum GenerationMode
{
    /// <summary>
    /// One stable and complete instance, whatever the seed: all properties, one or two elements; the schema's own examples and
    /// defaults where they fit.
    /// </summary>
    Static,

    /// <summary>Varied by the seed, without the schema's examples and defaults.</summary>
    Dynamic,
}
