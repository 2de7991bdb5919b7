namespace SocialContract.Contract.Model;

/// <summary>OpenAPI 3.1, section 4.8.12.3 Style Values.</summary>
public enum ParameterStyle
{
    Matrix,
    Label,
    Simple,
    Form,
    SpaceDelimited,
    PipeDelimited,
    DeepObject,
}
