namespace SocialContract.Contract.Model;

/// <summary>How one property of a form body is written (OpenAPI 3.1, section 4.8.15). Null: the document does not say.</summary>
public sealed class MediaTypeEncoding
{
    public string? ContentType { get; init; }

    public ParameterStyle? Style { get; init; }

    public bool? Explode { get; init; }
}
