using System.Text.Json;
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
        var request = new RequestComposer(operation);
        foreach (var site in MessageSites.Parameters(operation).Where(site => site.Parameter!.Required))
        {
            if (ValueOf(site) is not { } value)
            {
                return null;
            }

            request.AddParameter(site.Parameter!, value);
        }

        if (operation.Security.All(requirement => requirement.Schemes.Count > 0))
        {
            foreach (var scheme in RequestComposer.SchemesOf(operation))
            {
                request.AddCredential(scheme, RequestComposer.CredentialOf(scheme.Scheme, TokenFor(scheme)));
            }
        }

        var hasBody = operation.RequestBody is { } body && new SampleBody(_values).TryAdd(request, body);
        return hasBody || operation.RequestBody is not { Required: true } ? request.Compose() : null;
    }

    private JsonElement? ValueOf(in MessageSite site) =>
        _values.Of(site.Parameter!.Content?.Examples ?? site.Parameter.Examples, site.Schema, examples => examples[0]);

    private string TokenFor(SecurityScheme scheme) =>
        scheme.Kind == SecuritySchemeKind.HttpBasic ? Convert.ToBase64String("user:password"u8) : token;
}
