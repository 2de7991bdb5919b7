namespace SocialContract.Verification.Settings;

/// <summary>The document that comes with the kit, beside the executable.</summary>
internal static class ShippedDocument
{
    /// <summary>Its path as it reads shortest: absolute, or from the current folder.</summary>
    public static string Path
    {
        get
        {
            var path = System.IO.Path.Combine(AppContext.BaseDirectory, "spec", "openapi.yaml");
            var relative = System.IO.Path.GetRelativePath(Environment.CurrentDirectory, path);
            return relative.Length < path.Length ? relative : path;
        }
    }
}
