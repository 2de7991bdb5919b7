namespace SocialContract.Contract.Tests.Spec;

/// <summary>Files of the checkout that the tests were built in.</summary>
internal static class Checkout
{
    /// <summary>Only the root of the checkout has this file; copies of other files are also next to built tests.</summary>
    private const string Marker = "SocialApiContract.sln";

    private static readonly string Root = FindRoot();

    /// <summary>The full path of a file, given from the checkout's root with slashes.</summary>
    public static string PathOf(string file) => Path.Combine(Root, file);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Marker)))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds {Marker}.");
    }
}
