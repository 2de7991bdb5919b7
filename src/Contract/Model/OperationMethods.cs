namespace SocialContract.Contract.Model;

/// <summary>
/// The fixed fields of a Path Item Object that hold operations (OpenAPI 3.1, section 4.8.9), in the specification's order.
/// </summary>
internal static class OperationMethods
{
    public static IReadOnlyList<string> All { get; } = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
}
