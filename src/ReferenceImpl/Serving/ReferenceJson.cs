using System.Text.Json.Serialization;
using SocialContract.ReferenceImpl.Accounts;
using SocialContract.ReferenceImpl.ProviderStates;

namespace SocialContract.ReferenceImpl.Serving;

/// <summary>Every body that is read or written.</summary>
[JsonSerializable(typeof(ConnectFacebookPages))]
[JsonSerializable(typeof(ConnectInstagramAccounts))]
[JsonSerializable(typeof(DeletedInstagramAccount))]
[JsonSerializable(typeof(ErrorAnswer))]
[JsonSerializable(typeof(FacebookPagesAnswer))]
[JsonSerializable(typeof(InstagramAccountRefusal))]
[JsonSerializable(typeof(InstagramAccountsAnswer))]
[JsonSerializable(typeof(ProviderStateChange))]
[JsonSerializable(typeof(StateParams.AccountExists))]
[JsonSerializable(typeof(StateParams.InPersonal))]
[JsonSerializable(typeof(StateParams.InWorkspace))]
internal sealed partial class ReferenceJson : JsonSerializerContext;
