using System.Text.Json;
using SocialContract.Contract.Generation.Data;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;

namespace SocialContract.Contract.Generation.Requests;

/// <summary>
/// Builds a request that an operation accepts, with required parameters and a body. Values are examples, or generated where there are none.
/// </summary>
/// <param name="generator">Generates values without an example.</param>
/// <param name="token">The caller's credential, or a placeholder for it.</param>
public sealed class SampleRequestBuilder(DataGenerator generator, string token)
{
    private readonly SampleValues _values = new(generator);

    /// <returns>Null where a required value has no example and cannot be generated.</returns>
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
            var sample = SampleBody.Of(requestBody, _values);
            if (sample is null && requestBody.Required)
            {
                return null;
            }

            if (sample is not null)
            {
                body = System.Text.Encoding.UTF8.GetBytes(sample.Text);
                head.AddHeader("Content-Type", sample.ContentType);
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

        var requirement = operation.Security.FirstOrDefault(IsSatisfiable) ?? operation.Security[0];
        foreach (var scheme in requirement.Schemes.DistinctBy(PlaceOf))
        {
            var isPlain = scheme.In is ParameterLocation.Query or ParameterLocation.Cookie;
            head.AddCredential(scheme.In, scheme.ParameterName, isPlain ? token : CredentialFor(scheme));
        }
    }

    /// <summary>Whether no two schemes need different credentials in the same header.</summary>
    private bool IsSatisfiable(SecurityRequirement requirement) =>
        requirement.Schemes.DistinctBy(PlaceOf).Count()
        == requirement.Schemes.DistinctBy(scheme => (PlaceOf(scheme), CredentialFor(scheme))).Count();

    private static (ParameterLocation, string) PlaceOf(SecurityScheme scheme) => (scheme.In, scheme.ParameterName);

    private string CredentialFor(SecurityScheme scheme) =>
        scheme.Kind == SecuritySchemeKind.HttpBasic ? $"Basic {Convert.ToBase64String("user:password"u8)}"
        : scheme.Scheme is null ? token
        : $"{scheme.Scheme} {token}";
}
