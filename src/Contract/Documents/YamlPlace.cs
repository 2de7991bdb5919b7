namespace SocialContract.Contract.Documents;

/// <summary>Where in the YAML the value or name stands that begins at an offset of the JSON.</summary>
internal readonly record struct YamlPlace(int Offset, int Line, int Column);
