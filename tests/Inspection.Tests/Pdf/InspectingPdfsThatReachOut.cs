using MicroCred.Inspection.Tests.Files;
using static MicroCred.Inspection.Tests.Inspecting;

namespace MicroCred.Inspection.Tests.Pdf;

/// <summary>PDFs that fetch, open or play something without a click. With a click, most of it is allowed.</summary>
public sealed class InspectingPdfsThatReachOut
{
    public static TheoryData<string, string> Actions =>
        new()
        {
            {
                "<< /S /URI /URI (http://198.51.100.7/track) >>",
                "goes to an address by itself, without a click: “http://198.51.100.7/track”"
            },
            { "<< /S /URI /URI (file://198.51.100.7/s/x.exe) >>", "goes to an address by itself" },
            {
                @"<< /S /GoToR /F (\\\\198.51.100.7\\s\\x.pdf) /D [0 /Fit] >>",
                @"opens another file by itself, without a click: “\\198.51.100.7\s\x.pdf”"
            },
            { "<< /S /GoToR /F << /Type /Filespec /UF (//198.51.100.7/s/x.pdf) >> >>", "opens another file by itself" },
            { "<< /S /GoToR /F << /FS /URL /F (https://198.51.100.7/x.pdf) >> >>", "opens another file by itself" },
            { "<< /S /GoToR /F 6 0 R >>", "opens another file by itself" },
            { "<< /S /Thread /F (//198.51.100.7/s/x.pdf) /D 0 >>", "opens another file by itself" },
            { "<< /S /Rendition /OP 0 /R << /S /MR >> >>", "media" },
            { "<< /S /Movie /T (a) >>", "media" },
            { "<< /S /Sound /Sound 6 0 R >>", "media" },
            { "<< /S /GoToE /F (//198.51.100.7/s/x.pdf) /T << /R /C >> >>", "attached" },
            { "<< /S /SubmitForm /F (https://198.51.100.7/) >>", "form" },
            { "<< /S /ImportData /F (//198.51.100.7/s/x.fdf) >>", "form" },
            { "<< /S /Launch /F (//198.51.100.7/s/x.exe) >>", "program" },
            { "<< /S /GoTo /D [3 0 R /Fit] /Next << /S /URI /URI (http://198.51.100.7/) >> >>", "address" },
            { "<< /S /GoTo /Next [<< /S /Hide >> << /S /Hide /Next 7 0 R >>] >>", "address" },
            { "<< /S 8 0 R /URI (http://198.51.100.7/) >>", "address" },
            { "<< /S /GoTo /S /URI /URI (http://198.51.100.7/) >>", "address" },
            { "<< /A R /S /URI /URI (http://198.51.100.7/) >>", "address" },
            { "<< /A ] /S /URI /URI (http://198.51.100.7/) >>", "address" },
            { "<< /A } /S /URI /B obj /URI (http://198.51.100.7/) >>", "address" },
            { "<< /#53 /U#52I /U#52I <687474703A2F2F3139382E35312E3130302E37> >>", "address" },
        };

    [Theory]
    [MemberData(nameof(Actions))]
    public Task On_opening(string action, string reason) => RefusesAsync(reason, With(catalog: $"/OpenAction {action}"), "curriculum.pdf");

    [Theory]
    [MemberData(nameof(Actions))]
    public Task On_opening_from_an_object_elsewhere(string action, string reason) =>
        RefusesAsync(reason, With(catalog: "/OpenAction 4 0 R", four: "5 0 R", five: action), "curriculum.pdf");

    [Theory]
    [MemberData(nameof(Actions))]
    public Task On_turning_to_a_page(string action, string reason) =>
        RefusesAsync(reason, With(page: $"/AA << /O {action} >>"), "curriculum.pdf");

    [Theory]
    [MemberData(nameof(Actions))]
    public Task On_passing_over_a_field(string action, string reason) =>
        RefusesAsync(
            reason,
            With(
                catalog: "/AcroForm << /Fields [4 0 R] >>",
                four: "<< /FT /Btn /T (a) /Type /Annot /Subtype /Widget /AA 5 0 R >>",
                five: $"<< /E {action} >>"
            ),
            "curriculum.pdf"
        );

    [Theory]
    [MemberData(nameof(Actions))]
    public Task Packed_in_an_object_stream(string action, string reason) =>
        RefusesAsync(
            reason,
            PdfFile.Packed(objects: ["(//198.51.100.7/s/x.pdf)", Uri, "/URI", "<< /Type /Page /AA 10 0 R >>", $"<< /PV {action} >>"]),
            "curriculum.pdf"
        );

    [Theory]
    [InlineData("<< /Type /Page /AA << /O 3 0 R >> >>")]
    [InlineData("<< /Type /Page /AA << /O << /S /Unheard >> >> >>")]
    [InlineData("<< /FT /Tx /AA << /K << /JS (x) >> >> >>")]
    public Task Anything_set_off_that_nobody_knows(string four) => RefusesAsync("by themselves", With(four: four), "curriculum.pdf");

    [Theory]
    [InlineData(
        "<< /Type /XObject /Subtype /Form /Ref << /F (//198.51.100.7/s/x.pdf) /Page 0 >> /Length 0 >>\nstream\n\nendstream",
        "shows a page of another file"
    )]
    [InlineData("<< /Type /XObject /Subtype /Form /Ref 5 0 R /Length 0 >>\nstream\n\nendstream", "shows a page of another file")]
    [InlineData(
        "<< /Type /XObject /Subtype /Image /F (//198.51.100.7/s/x.png) /Length 0 >>\nstream\n\nendstream",
        "from another file: “//198.51.100.7/s/x.png”"
    )]
    [InlineData(
        "<< /F << /FS /URL /F (http://198.51.100.7/x) >> /FFilter /FlateDecode /Length 0 >>\nstream\n\nendstream",
        "from another file"
    )]
    [InlineData("<< /F 5 0 R /Length 0 >>\nstream\n\nendstream", "from another file")]
    [InlineData(
        "<< /Subtype /Form /OPI << /2.0 << /F (//198.51.100.7/s/x.tif) >> >> /Length 0 >>\nstream\n\nendstream",
        "a picture from a server"
    )]
    public Task On_being_shown(string content, string reason) =>
        RefusesAsync(reason, With(four: content, five: "<< /Type /Filespec /F (//198.51.100.7/s/x) >>"), "curriculum.pdf");

    [Theory]
    [InlineData("<< /Type /Annot /Subtype /Link /A << /S /URI /URI (http://198.51.100.7/) >> >>")]
    [InlineData("<< /Type /Annot /Subtype /Link /A << /S /GoToR /F (other.pdf) /D [0 /Fit] >> >>")]
    [InlineData("<< /Type /Annot /Subtype /Link /A 7 0 R >>")]
    [InlineData("<< /Title (a) /Parent 5 0 R /A << /S /URI /URI (http://198.51.100.7/) >> >>")]
    [InlineData("<< /Subtype /Form /OPI << /1.3 << /F (photo.tif) >> >> /Length 0 >>\nstream\n\nendstream")]
    public Task But_not_after_a_click_or_where_nothing_is_fetched(string content) =>
        AcceptsAsync(MicroCred.Inspection.DocumentTypes.Pdf, With(four: content), "curriculum.pdf");

    private const string Uri = "<< /S /URI /URI (http://198.51.100.7/) >>";

    // The actions' objects: 6 is a file, 7 an action, 8 its type.
    private static byte[] With(string catalog = "", string page = "", string four = "<< >>", string five = "<< >>") =>
        PdfFile.Of([
            $"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
            PdfFile.Pages,
            $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] {page} >>",
            four,
            five,
            "(//198.51.100.7/s/x.pdf)",
            Uri,
            "/URI",
        ]);
}
