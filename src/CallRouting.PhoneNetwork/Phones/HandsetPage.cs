using Microsoft.Extensions.FileProviders;

namespace CallRouting.PhoneNetwork.Phones;

/// <summary>The page with the virtual handsets: static files, no build step, nothing from elsewhere.</summary>
internal static class HandsetPage
{
    public static void UseHandsetPage(this WebApplication app)
    {
        var files = new EmbeddedFileProvider(typeof(HandsetPage).Assembly, "CallRouting.PhoneNetwork.wwwroot");
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        app.UseStaticFiles(new StaticFileOptions { FileProvider = files, OnPrepareResponse = Guard });
    }

    private static void Guard(Microsoft.AspNetCore.StaticFiles.StaticFileResponseContext served)
    {
        var headers = served.Context.Response.Headers;
        headers.CacheControl = "no-cache";
        headers.ContentSecurityPolicy = "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'";
    }
}
