using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using SocialContract.Contract.Tests.Spec;

namespace SocialContract.Cli.Tests.Supply;

/// <summary>What is restored, what ships, and under which licences, by the tools that do it.</summary>
public sealed class SupplyTests
{
    private const string Project = "src/Cli/Cli.csproj";

    [Fact]
    public async Task The_list_of_what_ships_is_current()
    {
        var (exit, _, error) = await Run("node", "src/notices.mjs", "--check");

        error.ShouldBeEmpty();
        exit.ShouldBe(0);
    }

    [Fact]
    public async Task Restores_are_locked_and_audited_and_a_finding_of_the_audit_is_a_warning()
    {
        var (_, output, _) = await Run(
            "dotnet", "msbuild", Project, "-getProperty:RestoreLockedMode,RestorePackagesWithLockFile,NuGetAudit,WarningsNotAsErrors");

        var properties = JsonElement.Parse(output).GetProperty("Properties");
        properties.GetProperty("RestoreLockedMode").GetString().ShouldBe("true");
        properties.GetProperty("RestorePackagesWithLockFile").GetString().ShouldBe("true");
        properties.GetProperty("NuGetAudit").GetString().ShouldBe("true");
        properties.GetProperty("WarningsNotAsErrors").GetString()!.Split(';', StringSplitOptions.RemoveEmptyEntries)
            .ShouldBe(["NU1900", "NU1901", "NU1902", "NU1903", "NU1904", "NU1905"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("")]
    [InlineData("win-arm64")]
    [InlineData("osx-arm64")]
    [InlineData("linux-musl-x64")]
    public async Task The_distribution_has_native_libraries_of_one_platform(string runtime)
    {
        string[] chosen = runtime.Length > 0 ? [$"-p:NativeRuntime={runtime}"] : [];

        var (_, output, _) = await Run(
            "dotnet",
            [
                "msbuild", Project, "-p:Configuration=Release",
                "-t:ComputeResolvedFilesToPublishList", "-getItem:ResolvedFileToPublish", .. chosen,
            ]);

        var expected = runtime.Length > 0 ? runtime : RuntimeInformation.RuntimeIdentifier;
        var files = JsonElement.Parse(output).GetProperty("Items").GetProperty("ResolvedFileToPublish").EnumerateArray()
            .Select(file => file.GetProperty("RelativePath").GetString()!.Replace('\\', '/'))
            .ToList();
        files.Where(file => file.StartsWith("runtimes/", StringComparison.Ordinal)).ShouldHaveSingleItem()
            .ShouldStartWith($"runtimes/{expected}/native/");
        files.ShouldContain("THIRD-PARTY-NOTICES");
    }

    private static async Task<(int Exit, string Output, string Error)> Run(string tool, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments)
        {
            WorkingDirectory = Checkout.PathOf("."),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_NOLOGO"] = "1", ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1", ["MSBUILDDISABLENODEREUSE"] = "1" },
        })!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output, await error);
    }
}
