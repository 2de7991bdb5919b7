namespace SocialContract.MockServer.Stubs.Json;

/// <summary>A text that is not a JSON path, or a path that takes too long on a body.</summary>
internal sealed class JsonPathException(string message) : Exception(message);
