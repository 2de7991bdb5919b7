using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SocialContract.ReferenceImpl.Accounts;
using SocialContract.ReferenceImpl.ProviderStates;

namespace SocialContract.ReferenceImpl;

/// <summary>The bodies that are read and written, and their JSON settings.</summary>
[JsonSerializable(typeof(ConnectFacebookPages))]
[JsonSerializable(typeof(ConnectInstagramAccounts))]
[JsonSerializable(typeof(DeletedInstagramAccount))]
[JsonSerializable(typeof(ErrorResponse))]
[JsonSerializable(typeof(FacebookPagesResponse))]
[JsonSerializable(typeof(InstagramAccountRefusal))]
[JsonSerializable(typeof(InstagramAccountsResponse))]
[JsonSerializable(typeof(ProviderStateChange))]
[JsonSerializable(typeof(StateParams.AccountExists))]
[JsonSerializable(typeof(StateParams.InPersonal))]
[JsonSerializable(typeof(StateParams.InWorkspace))]
internal sealed partial class ReferenceJson : JsonSerializerContext
{
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        // These bodies are not HTML: the & of a URL is written as it is.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.TypeInfoResolverChain.Insert(0, Default);
    }
}
