namespace SocialContract.MockServer.Stubs.Templates;

/// <summary>A template cannot be read, or filling it in takes more than it may.</summary>
internal sealed class TemplateException(string message) : Exception(message);

/// <summary>A helper cannot use what it was given; its place in the response says so, as in Java WireMock.</summary>
internal sealed class HelperException(string message) : Exception(message);
