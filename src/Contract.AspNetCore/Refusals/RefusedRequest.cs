namespace SocialContract.Contract.AspNetCore.Refusals;

/// <summary>A request that the web server refused before the application saw it: bytes that are not HTTP, or over a limit.</summary>
/// <param name="Method">Null where the request line could not be read.</param>
/// <param name="Target">As sent, secrets included; null where the request line could not be read.</param>
/// <param name="Status">E.g. 400, 408, 414, 431, 505.</param>
/// <param name="Reason">What is wrong with it, without anything of the request: <c>Malformed request: invalid headers</c>.</param>
/// <param name="Body">The response's body, problem details.</param>
public sealed record RefusedRequest(string? Method, string? Target, int Status, string Reason, ReadOnlyMemory<byte> Body);
