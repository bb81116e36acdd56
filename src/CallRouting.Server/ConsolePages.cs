using CallRouting.Server.Telephony;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Options;

namespace CallRouting.Server;

/// <summary>The console's built pages under /console/, where they were built (src/console, "npm run build") before the server was.</summary>
public static class ConsolePages
{
    private const string Path = "/console";

    // The pages ask nobody but this server, and nobody may frame them. A softphone speaks with the provider itself.
    private const string OnlyOurs = "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'";
    private const string AndTheProvider =
        OnlyOurs + "; connect-src 'self' https://*.twilio.com wss://*.twilio.com; media-src 'self' https://*.twilio.com";

    public static void UseConsolePages(this WebApplication app)
    {
        var folder = System.IO.Path.Combine(AppContext.BaseDirectory, "console");
        if (!Directory.Exists(folder))
        {
            return;
        }
        var policy = app.Services.GetRequiredService<IOptions<ProviderOptions>>().Value.HasSoftphones ? AndTheProvider : OnlyOurs;
        var pages = new PhysicalFileProvider(folder);
        app.Lifetime.ApplicationStopped.Register(pages.Dispose);
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = pages, RequestPath = Path });
        app.UseStaticFiles(
            new StaticFileOptions
            {
                FileProvider = pages,
                RequestPath = Path,
                OnPrepareResponse = file => file.Context.Response.Headers.ContentSecurityPolicy = policy,
            }
        );
    }
}
