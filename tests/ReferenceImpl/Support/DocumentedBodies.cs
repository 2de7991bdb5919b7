using System.Net.Http.Headers;
using System.Text.Json;
using SocialContract.Contract.Tests.Spec;

namespace SocialContract.ReferenceImpl.Tests.Support;

/// <summary>The documentation's own requests, byte for byte (tests/documents/requests).</summary>
internal static class DocumentedBodies
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<DocumentedBody> All { get; } = JsonSerializer.Deserialize<List<DocumentedBody>>(
        File.ReadAllText(FileOf("index.json")), Options)!;

    public static TheoryData<string> Names => [.. All.Select(body => body.Name)];

    public static DocumentedBody Named(string name) => All.Single(body => body.Name == name);

    public static string FileOf(string name) => Checkout.PathOf($"tests/documents/requests/{name}");

    /// <param name="Body">The file; null where the request has no body.</param>
    /// <param name="Status">The expected status.</param>
    /// <param name="Refused">The documented names of the parameters for which it is refused.</param>
    internal sealed record DocumentedBody(
        string Name, string Method, string Path, string? ContentType, string? Body, int Status, IReadOnlyList<string> Refused)
    {
        public HttpRequestMessage ToMessage()
        {
            var message = new HttpRequestMessage(HttpMethod.Parse(Method), new Uri(Path, UriKind.Relative));
            if (Body is not null)
            {
                message.Content = new ByteArrayContent(File.ReadAllBytes(FileOf(Body)));
                message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(ContentType!);
            }

            return message;
        }
    }
}
