using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CallRouting.Core.Calls;
using CallRouting.Scenarios;

namespace CallRouting.Server.Tests;

/// <summary>The rules of the house that no compiler holds (architecture: two floors, same rooms).</summary>
public sealed partial class HouseTests
{
    private static readonly string[] NoTrade = ["Manager", "Helper", "Helpers", "Utils", "Util", "Service", "Base", "Impl", "Dto"];

    private static readonly string Source = Repository.Folder("src");

    [Test]
    public void Core_leans_on_NodaTime_and_on_nothing_else()
    {
        var leansOn = typeof(Call).Assembly.GetReferencedAssemblies().Select(name => name.Name!);
        Assert.That(leansOn.Where(name => name != "NodaTime" && !name.StartsWith("System.", StringComparison.Ordinal)), Is.Empty);
        Assert.That(
            leansOn.Where(name =>
                name.StartsWith("System.Net", StringComparison.Ordinal) || name.StartsWith("System.IO", StringComparison.Ordinal)
            ),
            Is.Empty,
            "no I/O"
        );
    }

    [TestCase("CallRouting.Core", new string[0])]
    [TestCase("CallRouting.PhoneNetwork", new string[0], Description = "so that it cannot agree with a mistake of ours")]
    [TestCase("CallRouting.Server", new[] { "CallRouting.Core", "Microsoft.SqlServer.Server" })]
    [TestCase("CallRouting.Cli", new[] { "CallRouting.Core" })]
    public void A_floor_stands_only_on_those_below_it(string project, string[] below) =>
        Assert.That(References(project).Order(), Is.EqualTo(below));

    [Test]
    public void The_phone_network_names_nothing_of_ours() =>
        Assert.That(
            Files("CallRouting.PhoneNetwork").Where(file => OursInside().IsMatch(File.ReadAllText(file))).Select(Path.GetFileName),
            Is.Empty
        );

    [Test]
    public void No_type_is_named_by_a_trade_that_says_nothing()
    {
        var named = Files("").SelectMany(file => Named().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).ToList();
        Assert.That(named, Has.Count.GreaterThan(300), "or nothing was looked at");
        Assert.That(named.Where(name => NoTrade.Any(trade => name.EndsWith(trade, StringComparison.Ordinal))), Is.Empty);
    }

    [TestCase(typeof(Call))]
    [TestCase(typeof(ServerHost))]
    public void No_field_is_static_and_can_change_or_two_worlds_would_meet_in_it(Type floor)
    {
        var fields = floor
            .Assembly.GetTypes()
            .Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) && !IsGenerated(type))
            .SelectMany(type =>
                type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            )
            .Where(field => field is { IsLiteral: false })
            .ToList();
        Assert.That(fields.Where(field => !field.IsInitOnly).Select(Written), Is.Empty);
        Assert.That(fields.Where(field => HoldsState(field.FieldType)).Select(Written), Is.Empty);
    }

    [Test]
    public void No_sql_asks_the_database_what_time_it_is() =>
        Assert.That(
            Files("CallRouting.Server")
                .Concat(Directory.GetFiles(Source, "*.sql", SearchOption.AllDirectories))
                .Where(file => SqlClock().IsMatch(File.ReadAllText(file))),
            Is.Empty
        );

    private static IEnumerable<string> Files(string project) =>
        Directory
            .GetFiles(Path.Combine(Source, project), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "node_modules"));

    private static IEnumerable<string> References(string project) =>
        XDocument
            .Load(Path.Combine(Source, project, $"{project}.csproj"))
            .Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

    private static bool IsGenerated(Type type) =>
        type.FullName!.Contains('<', StringComparison.Ordinal)
        || type.Namespace?.StartsWith("CallRouting", StringComparison.Ordinal) != true
        || type.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute), inherit: false);

    // What is there to be shared and changed: a constant list is neither.
    private static bool HoldsState(Type type) =>
        type.Namespace
            is "System.Collections.Concurrent"
                or "System.Threading"
                or "System.Threading.Channels"
                or "System.Runtime.CompilerServices"
        || type == typeof(Random);

    private static string Written(FieldInfo field) => $"{field.DeclaringType!.Name}.{field.Name}: {field.FieldType.Name}";

    [GeneratedRegex(@"\bCallRouting\.(Core|Server)\b")]
    private static partial Regex OursInside();

    [GeneratedRegex(@"^\s*(?:\w+\s+)*(?:class|record struct|record|struct|interface|enum)\s+(\w+)", RegexOptions.Multiline)]
    private static partial Regex Named();

    [GeneratedRegex(
        @"\b(now\(\)|getdate\(\)|getutcdate\(\)|sysutcdatetime\(\)|current_timestamp|datetime\('now')",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex SqlClock();
}
