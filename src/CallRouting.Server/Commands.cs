using CallRouting.Server.Calls;
using CallRouting.Server.Database;
using CallRouting.Server.Demo;
using CallRouting.Server.Menus;
using CallRouting.Server.Menus.Tool;
using CallRouting.Server.Offices;
using CallRouting.Server.Reports;
using CallRouting.Server.Rosters;
using CallRouting.Server.Rosters.Exchange;

namespace CallRouting.Server;

/// <summary>What an operator types after the program's name; nothing: serve.</summary>
public static class Commands
{
    public static async Task<int> Run(string[] args)
    {
        try
        {
            return await (
                args switch
                {
                    ["registers", .. var rest] => With(app => app.GetRequiredService<RegistersCommand>().Run(rest)),
                    ["roster", "import", .. var rest] => With(app => app.GetRequiredService<ImportCommand>().Run(rest)),
                    ["roster", "load", var file] => With(app => app.GetRequiredService<RosterCommand>().Load(file)),
                    ["reports", .. var rest] => With(app => app.GetRequiredService<RecountCommand>().Run(rest)),
                    ["flow", .. var rest] => Task.FromResult(Flow(rest)),
                    ["fallback-document", .. var rest] => FallbackDocument(rest),
                    ["migrate"] => Migrate(),
                    ["prepare", .. var rest] => Prepare(rest),
                    _ => Serve(args),
                }
            );
        }
        catch (BadFlowsException bad)
        {
            await Console.Error.WriteLineAsync(bad.Message);
            return 1;
        }
    }

    private static async Task<int> Serve(string[] args)
    {
        await using var app = ServerHost.Build(args);
        await app.RunAsync();
        return 0;
    }

    private static int Flow(string[] rest) => new FlowCommand(Settings(), Console.Out, Console.Error).Run(rest);

    // Needs menus and configuration, and no database.
    private static async Task<int> FallbackDocument(string[] rest)
    {
        await using var app = ServerHost.Build([]);
        return await app.Services.GetRequiredService<FallbackCommand>().Run(rest, Console.Out, Console.Error);
    }

    private static Task<int> Prepare(string[] rest)
    {
        PrepareCommand.MakeSecrets(Settings());
        return With(app => app.GetRequiredService<PrepareCommand>().Run(rest, TimeProvider.System));
    }

    // What can be known without building the server.
    private static ModeOptions Settings() =>
        new ConfigurationBuilder().AddEnvironmentVariables().Build().Get<ModeOptions>() ?? new ModeOptions();

    private static async Task<int> Migrate()
    {
        await using var app = ServerHost.Build([]);
        foreach (var migration in await app.Services.GetRequiredService<Migrations>().Apply())
        {
            Console.WriteLine($"Applied {migration.Number:0000} {migration.Name}.");
        }
        return 0;
    }

    private static async Task<int> With(Func<IServiceProvider, Task<int>> command)
    {
        await using var app = ServerHost.Build([]);
        await app.Services.GetRequiredService<Migrations>().Apply();
        return await command(app.Services);
    }
}
