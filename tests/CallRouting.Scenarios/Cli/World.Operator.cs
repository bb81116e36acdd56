using CallRouting.Cli;
using Microsoft.AspNetCore.TestHost;

namespace CallRouting.Scenarios;

/// <summary>The operator of a world, at a command line.</summary>
public sealed partial class World
{
    /// <summary>Types a command, and gives its exit code and all that it printed.</summary>
    public async Task<(int Code, string Output, string Error)> Types(params string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var wire = server.GetTestServer().CreateHandler();
        var code = await CommandLine.Run(["--server", ServerUrl, .. words], output, error, wire);
        return (code, output.ToString(), error.ToString());
    }
}
