namespace SocialContract.Contract.Validation.Decoding;

/// <summary>A value of <c>enum</c> or <c>const</c>.</summary>
/// <param name="IsString">Whether it is a string.</param>
/// <param name="Text">What a form field or parameter carries for it: a string's text, else its JSON text.</param>
/// <param name="Json">Its JSON text.</param>
internal sealed record ListedValue(bool IsString, byte[] Text, byte[] Json);
