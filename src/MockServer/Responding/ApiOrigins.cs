using SocialContract.Contract.AspNetCore.CrossOrigins;
using SocialContract.Contract.Routing;

namespace SocialContract.MockServer.Responding;

/// <summary>Cross-origin access to the API, and to the mock's headers; what the mock has at <see cref="AdminPath"/> is left out.</summary>
internal static class ApiOrigins
{
    public static readonly CrossOrigin Access = new(MockHeaders.All, AdminPath.Contains);
}
