using Microsoft.Extensions.FileProviders;

namespace CallRouting.Server;

/// <summary>The console's built pages under /console/, where they were built (src/console, "npm run build") before the server was.</summary>
public static class ConsolePages
{
    private const string Path = "/console";

    // The pages ask nobody but this server, and nobody may frame them.
    private const string OnlyOurs = "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'";

    public static void UseConsolePages(this WebApplication app)
    {
        var folder = System.IO.Path.Combine(AppContext.BaseDirectory, "console");
        if (!Directory.Exists(folder))
        {
            return;
        }
        var pages = new PhysicalFileProvider(folder);
        app.Lifetime.ApplicationStopped.Register(pages.Dispose);
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = pages, RequestPath = Path });
        app.UseStaticFiles(
            new StaticFileOptions
            {
                FileProvider = pages,
                RequestPath = Path,
                OnPrepareResponse = file => file.Context.Response.Headers.ContentSecurityPolicy = OnlyOurs,
            }
        );
    }
}
