using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace CallRouting.Scenarios.Simulation;

/// <summary>What can be asked of a simulation.</summary>
internal static class SimulateCommand
{
    private static readonly Option<int> Calls = new("--calls")
    {
        Description = "How many callers dial, in each run.",
        HelpName = "N",
        DefaultValueFactory = _ => 400,
    };

    private static readonly Option<IReadOnlyList<int>> Seeds = new("--seed")
    {
        Description = "A run's seed, or a range of them: 1..5.",
        HelpName = "S",
        CustomParser = ReadSeeds,
        DefaultValueFactory = _ => [1],
    };

    private static readonly Option<string> Faults = new("--faults")
    {
        Description = "How much goes wrong between the provider and us.",
        DefaultValueFactory = _ => "none",
    };

    private static readonly Option<double?> KillEvery = new("--kill-every")
    {
        Description = "Minutes of a world between two deaths of its server, on average.",
        HelpName = "MINUTES",
    };

    private static readonly Option<int> Jobs = new("--jobs")
    {
        Description = "How many worlds are lived at once.",
        HelpName = "J",
        DefaultValueFactory = _ => 1,
    };

    private static readonly Option<string> Engine = new("--engine")
    {
        Description = "The worlds' database.",
        DefaultValueFactory = _ => "sqlite",
    };

    private static readonly Option<bool> Json = new("--json") { Description = "Lines of JSON; the last one sums up." };

    private static readonly Option<int?> World = new("--world")
    {
        Description = "Only this world of each run, exactly as it was lived there.",
        HelpName = "W",
    };

    private static readonly Option<string?> Trace = new("--trace")
    {
        Description = "A folder for a file per world: everything that was heard, asked and answered, with its moment.",
        HelpName = "FOLDER",
    };

    private static readonly Option<string?> Sabotage = new("--sabotage") { Hidden = true };

    private static readonly Option<bool> Labours = new("--labour") { Hidden = true };

    public static async Task<int> Run(IReadOnlyList<string> args)
    {
        Check();
        var root = new RootCommand("Lives worlds full of callers and faults, and looks whether anybody was lost.")
        {
            Calls,
            Seeds,
            Faults,
            KillEvery,
            Jobs,
            Engine,
            Json,
            World,
            Trace,
            Sabotage,
            Labours,
        };
        var asked = root.Parse(args);
        if (asked.Errors.Count > 0)
        {
            foreach (var error in asked.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }
            return 2;
        }
        root.SetAction((answer, _) => answer.GetValue(Labours) ? Labour.Work() : new Foreman(Plan(answer)).Run());
        return await asked.InvokeAsync();
    }

    private static RunPlan Plan(ParseResult asked) =>
        new(
            asked.GetValue(Calls),
            asked.GetValue(Seeds)!,
            asked.GetValue(Faults)!,
            asked.GetValue(KillEvery),
            asked.GetValue(Jobs),
            asked.GetValue(Engine)!,
            asked.GetValue(Json),
            asked.GetValue(World),
            asked.GetValue(Trace) is { } folder ? Path.GetFullPath(folder) : null,
            asked.GetValue(Sabotage)
        );

    private static void Check()
    {
        Faults.AcceptOnlyFromAmong("none", "light", "heavy");
        Engine.AcceptOnlyFromAmong("sqlite", "postgres");
        Within(Calls, 1, 10_000_000);
        Within(Jobs, 1, 64);
        Within(World, 1, int.MaxValue);
        KillEvery.Validators.Add(result =>
        {
            if (
                result.Tokens is [var token]
                && double.TryParse(token.Value, CultureInfo.InvariantCulture, out var minutes)
                && minutes is not (>= 0.5 and <= 600)
            )
            {
                result.AddError($"--kill-every is {minutes}; allowed are 0.5 to 600 minutes.");
            }
        });
    }

    private static void Within<T>(Option<T> option, int least, int most) =>
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, out var given) && (given < least || given > most))
            {
                result.AddError($"{option.Name} is {given}; allowed are {least} to {most}.");
            }
        });

    private static IReadOnlyList<int> ReadSeeds(ArgumentResult given)
    {
        var parts = given.Tokens[0].Value.Split("..");
        if (parts.Length <= 2 && Number(parts[0]) is { } first && Number(parts[^1]) is { } last && last >= first && last - first < 10_000)
        {
            return [.. Enumerable.Range(first, last - first + 1)];
        }
        given.AddError($"--seed is \"{given.Tokens[0].Value}\"; expected a number from 0, or a range of at most 10,000 such as 1..5.");
        return [];
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 1_000_000_000 ? number : null;
}
