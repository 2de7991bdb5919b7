using System.Runtime.CompilerServices;
using SocialContract.Tests.Support;
using Xunit.Sdk;
using Xunit.v3;

namespace SocialContract.JsonSchema.Tests.Suite;

/// <summary>
/// A theory over files of the official suite. Where the suite is missing there is no such test, and <see cref="PresenceTests"/> says so
/// once.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer(typeof(SuiteTheoryDiscoverer))]
internal sealed class SuiteTheoryAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
    : TheoryAttribute(file, line);

internal sealed class SuiteTheoryDiscoverer : TheoryDiscoverer
{
    public override ValueTask<IReadOnlyCollection<IXunitTestCase>> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, IXunitTestMethod testMethod, IFactAttribute factAttribute) =>
        Oracle.JsonSchemaSuite.Folder is null ? new([]) : base.Discover(discoveryOptions, testMethod, factAttribute);
}
