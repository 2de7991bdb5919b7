namespace SocialContract.Contract.Validation.Bodies;

/// <summary>One part of a multipart form.</summary>
/// <param name="Name">The field's name.</param>
/// <param name="FileName">Null where it is no file.</param>
/// <param name="ContentType">Null where the part does not say.</param>
internal readonly record struct MultipartPart(string Name, string? FileName, string? ContentType, ReadOnlyMemory<byte> Content);
