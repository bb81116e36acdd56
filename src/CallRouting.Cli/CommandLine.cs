using System.CommandLine;
using System.CommandLine.Parsing;

namespace CallRouting.Cli;

/// <summary>What an operator can ask: the commands, their options, and what each prints.</summary>
public static class CommandLine
{
    private const string UsualServer = "http://localhost:5080";
    private const string TokenVariable = "CALLROUTING_TOKEN";

    private static readonly Option<Uri> Server = new("--server")
    {
        Description = "The server's address.",
        HelpName = "URL",
        Recursive = true,
        CustomParser = ReadAddress,
        DefaultValueFactory = _ => new Uri(UsualServer),
    };

    private static readonly Option<string> Token = new("--token")
    {
        Description = $"The bearer token; usually from the environment, {TokenVariable}.",
        HelpName = "TOKEN",
        Recursive = true,
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable(TokenVariable) ?? "",
    };

    /// <param name="network">A test's way to a server; null: the real one.</param>
    /// <returns>0; or 1 when the answer is no, or there is none.</returns>
    public static async Task<int> Run(IReadOnlyList<string> args, TextWriter output, TextWriter error, HttpMessageHandler? network = null)
    {
        var root = new RootCommand("Asks a CallRouting server how it is and what happens. It changes nothing.") { Server, Token };
        foreach (var command in Commands(asked => new ServerApi(asked.GetValue(Server)!, asked.GetValue(Token)!, network)))
        {
            root.Add(command);
        }
        try
        {
            var asked = root.Parse(args);
            return await asked.InvokeAsync(
                new()
                {
                    Output = output,
                    Error = error,
                    EnableDefaultExceptionHandler = false,
                }
            );
        }
        catch (NoAnswerException no)
        {
            await error.WriteLineAsync(no.Message);
            return 1;
        }
    }

    private static IEnumerable<Command> Commands(Func<ParseResult, ServerApi> server)
    {
        Option<string?> unit = new("--unit") { Description = "Only this office's; four digits, such as 0233.", HelpName = "N" };
        unit.Validators.Add(MustBeUnit);
        Argument<string> call = new("ID") { Description = "A call's id, from \"calls\"." };
        Argument<string> place = new("QUERY") { Description = "A postcode, a municipality, a place, a district or an office." };

        yield return Printing("status", "Whether calls can be taken, or why not.", (api, _) => Reports.Status(api));
        yield return Printing("calls", "The latest calls.", (api, _) => Reports.Calls(api));
        yield return Printing("call", "The story of one call.", (api, asked) => Reports.Story(api, asked.GetValue(call)!), call);
        yield return Printing("queue", "Who waits for an agent.", (api, _) => Reports.Queue(api));
        yield return Printing("agents", "The contact centre's agents, and who is at work.", (api, _) => Reports.Agents(api));
        yield return Printing(
            "callbacks",
            "Open call-backs, the most pressing first.",
            (api, asked) => Reports.Callbacks(api, asked.GetValue(unit)),
            unit
        );
        yield return Printing(
            "flags",
            "What went unanswered, the latest first.",
            (api, asked) => Reports.Flags(api, asked.GetValue(unit)),
            unit
        );
        yield return Printing(
            "offices",
            "Which office serves a place.",
            (api, asked) => Reports.Offices(api, asked.GetValue(place)!),
            place
        );

        Command Printing(string name, string help, Func<ServerApi, ParseResult, Task<string>> report, Symbol? more = null)
        {
            var command = new Command(name, help);
            switch (more)
            {
                case Option option:
                    command.Add(option);
                    break;
                case Argument argument:
                    command.Add(argument);
                    break;
            }
            command.SetAction(
                async (asked, _) =>
                {
                    using var api = server(asked);
                    await asked.InvocationConfiguration.Output.WriteLineAsync(await report(api, asked));
                    return 0;
                }
            );
            return command;
        }
    }

    private static void MustBeUnit(OptionResult given)
    {
        if (given.Tokens is [{ Value: var text }] && !(text.Length == 4 && text.All(char.IsAsciiDigit)))
        {
            given.AddError($"--unit {text}: an office's unit number has four digits, such as 0233.");
        }
    }

    private static Uri? ReadAddress(ArgumentResult given)
    {
        var text = given.Tokens.Single().Value;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            return address;
        }
        given.AddError($"--server {text}: write an address such as {UsualServer}.");
        return null;
    }
}
