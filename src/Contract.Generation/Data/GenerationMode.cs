namespace SocialContract.Contract.Generation.Data;

/// <summary>How much generated data varies.</summary>
public enum GenerationMode
{
    /// <summary>
    /// The same complete instance for every seed: all properties, one or two elements, the schema's own examples and defaults where
    /// the schema accepts them.
    /// </summary>
    Static,

    /// <summary>A different instance for each seed, without the schema's examples and defaults.</summary>
    Dynamic,
}
