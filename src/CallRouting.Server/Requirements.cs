using CallRouting.Core.Calls;
using CallRouting.Server.Calls;
using CallRouting.Server.Database;
using CallRouting.Server.Messages;
using CallRouting.Server.Notices;
using CallRouting.Server.Supervision;
using CallRouting.Server.Telephony;
using Microsoft.Extensions.Options;

namespace CallRouting.Server;

/// <summary>What a mode asks of the configuration. The server does not start without it, and says all that is missing at once.</summary>
public sealed class Requirements(
    IOptions<ModeOptions> mode,
    IOptions<ProviderOptions> provider,
    IOptions<PrivacyOptions> privacy,
    IOptions<DatabaseOptions> database,
    IOptions<RoutingOptions> routing,
    IOptions<NoticeOptions> notices,
    IOptions<SupervisionOptions> supervision,
    IOptions<MessageOptions> messages,
    IConfiguration configuration
)
{
    /// <exception cref="InvalidOperationException">Something is missing or not allowed.</exception>
    public void Check()
    {
        var wrong = mode.Value.Mode switch
        {
            ModeOptions.Demo => WrongInDemo(),
            ModeOptions.Production => WrongInProduction(),
            var other => [$"Mode is \"{other}\". It may be Demo or Production."],
        };
        if (wrong.Concat(WrongInAnyMode()).ToList() is { Count: > 0 } all)
        {
            throw new InvalidOperationException(string.Join('\n', all));
        }
    }

    // Demo numbers must never reach a real telephone, so a demo never speaks to anybody outside this machine.
    private IEnumerable<string> WrongInDemo()
    {
        if (!provider.Value.BaseUrl.IsLoopback)
        {
            yield return $"Provider:BaseUrl is {provider.Value.BaseUrl}. In Mode=Demo it must be on this machine, such as http://127.0.0.1:5090.";
        }
        foreach (var url in Urls().Where(url => !IsOnThisMachine(url)))
        {
            yield return $"urls holds {url}. The demo's tokens are known to everybody: in Mode=Demo the server listens on this machine only.";
        }
        if (privacy.Value.Keys.Count == 0)
        {
            yield return "Privacy:Keys is missing. Run: prepare.";
        }
    }

    private IEnumerable<string> WrongInAnyMode()
    {
        var plan = new NumberPlan([], mode.Value.IsDemo);
        return [.. notices.Value.Wrong(plan), .. supervision.Value.Wrong(plan), .. messages.Value.Wrong()];
    }

    private IEnumerable<string> WrongInProduction()
    {
        if (provider.Value.AccountSid.Length == 0 || provider.Value.AuthToken.Length == 0)
        {
            yield return "Provider:AccountSid and Provider:AuthToken are missing.";
        }
        if (provider.Value.PublicUrl.IsLoopback || provider.Value.PublicUrl.Scheme != Uri.UriSchemeHttps)
        {
            yield return $"Provider:PublicUrl is {provider.Value.PublicUrl}. The provider must reach it: https, and not this machine's own name.";
        }
        if (routing.Value.Fallback(demoNumbers: false).Sentence is { } refused)
        {
            yield return $"Routing:FallbackNumber is what callers are connected to when we cannot go on. {refused}";
        }
        if (privacy.Value.Keys.Count == 0)
        {
            yield return "Privacy:Keys is missing: at least one key of 32 bytes in base64.";
        }
        if (database.Value.Choose() is SqliteEngine)
        {
            yield return "Database:Engine is Sqlite. Beyond one machine it must be Postgres or SqlServer.";
        }
        yield return "Sign-in for employees has not been built yet, and the demo's tokens open nothing here. Production cannot start before it is.";
    }

    private string[] Urls() =>
        (configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // "http://*:5080" and "http://+:5080" are no addresses, and mean every network that the machine is on.
    private static bool IsOnThisMachine(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.IsLoopback;
}
