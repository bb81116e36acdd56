using CallRouting.Server.Menus;
using Microsoft.Extensions.Options;

namespace CallRouting.Server.Calls;

/// <summary>
/// What an operator types to get the document that the provider fetches elsewhere when none of our processes lives:
/// fallback-document [FILE]. It needs nothing of us any more, and holds no secret.
/// </summary>
public sealed class FallbackCommand(
    FlowWatch flows,
    FallbackDocuments documents,
    IOptions<RoutingOptions> routing,
    IOptions<ModeOptions> mode
)
{
    public async Task<int> Run(string[] args, TextWriter output, TextWriter errors)
    {
        if (args.Length > 1)
        {
            await errors.WriteLineAsync("Usage: fallback-document [FILE]");
            return 2;
        }
        flows.Begin();
        if (routing.Value.Fallback(mode.Value.IsDemo).Sentence is { } refused)
        {
            await errors.WriteLineAsync($"Routing:FallbackNumber: {refused} The document names it and rings nobody.");
        }
        if (args is not [var file])
        {
            await output.WriteLineAsync(documents.Hosted());
            return 0;
        }
        await File.WriteAllTextAsync(file, documents.Hosted());
        await output.WriteLineAsync(
            $"{file} is written. Host it where nothing of ours runs, as text/xml, and give its address to every number as VoiceFallbackUrl."
        );
        return 0;
    }
}
