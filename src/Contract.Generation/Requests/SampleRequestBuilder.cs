using System.Text.Json;
using SocialContract.Contract.Generation.Data;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;

namespace SocialContract.Contract.Generation.Requests;

/// <summary>
/// Builds a request that an operation accepts: required parameters and an example body, generated where there is no example.
/// </summary>
/// <param name="generator">Makes what the document has no example for.</param>
/// <param name="token">Stands for the caller's credential.</param>
public sealed class SampleRequestBuilder(DataGenerator generator, string token)
{
    private readonly SampleValues _values = new(generator);

    /// <returns>Null where a required value has neither an example nor a schema that data can be made for.</returns>
    public RequestMessage? Build(Operation operation)
    {
        var head = new RequestHead(operation.Path);
        foreach (var parameter in operation.Parameters.Where(parameter => parameter is { Required: true, IsIgnored: false }))
        {
            if (ValueOf(parameter) is not { } value)
            {
                return null;
            }

            head.Add(parameter, ParameterWriter.Write(parameter, value));
        }

        Authenticate(operation, head);
        byte[] body = [];
        if (operation.RequestBody is { } requestBody)
        {
            var made = SampleBody.Of(requestBody, _values);
            if (made is null && requestBody.Required)
            {
                return null;
            }

            if (made is not null)
            {
                body = System.Text.Encoding.UTF8.GetBytes(made.Text);
                head.AddHeader("Content-Type", made.ContentType);
            }
        }

        return new RequestMessage(operation.Method, head.Target, HeaderFields.Of(head.Headers), body);
    }

    private JsonElement? ValueOf(Parameter parameter)
    {
        var content = parameter.Content;
        return _values.Of(content?.Examples ?? parameter.Examples, parameter.Schema ?? content?.Schema, examples => examples[0]);
    }

    private void Authenticate(Operation operation, RequestHead head)
    {
        if (operation.Security.Count == 0 || operation.Security.Any(requirement => requirement.Schemes.Count == 0))
        {
            return;
        }

        // One header holds one credential: an alternative that asks for two in the same place cannot be met.
        var requirement = operation.Security.FirstOrDefault(one =>
            one.Schemes.DistinctBy(PlaceOf).Count() == one.Schemes.DistinctBy(scheme => (PlaceOf(scheme), CredentialFor(scheme))).Count())
            ?? operation.Security[0];
        foreach (var scheme in requirement.Schemes.DistinctBy(PlaceOf))
        {
            head.AddCredential(
                scheme.In,
                scheme.ParameterName,
                scheme.In is ParameterLocation.Query or ParameterLocation.Cookie ? token : CredentialFor(scheme));
        }
    }

    private static (ParameterLocation, string) PlaceOf(SecurityScheme scheme) => (scheme.In, scheme.ParameterName);

    private string CredentialFor(SecurityScheme scheme) =>
        scheme.Kind == SecuritySchemeKind.HttpBasic ? $"Basic {Convert.ToBase64String("user:password"u8)}"
        : scheme.Scheme is null ? token
        : $"{scheme.Scheme} {token}";
}
