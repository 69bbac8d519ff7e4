/* fit: one step of the fit for the whole document: the first at which enough of the pages under a fit take one sheet of paper.
   Nothing is placed for it. */
#include <math.h>
#include <stdlib.h>
#include "base/crew.h"
#include "document/element.h"
#include "layout/crew_layout.h"

enum { AHEAD = 256 };

/* Trying one step. */
struct trial {
    struct crew_layout *crew;
    const xmlNode **element; /* the pages under the fit */
    unsigned spare;          /* so many may not fit */
    unsigned fitting, misfits;
};

static void *try_page(void *self, unsigned worker, unsigned index)
{
    const struct trial *trial = self;
    struct layout *layout = &trial->crew->worker[worker];
    const struct style *root = crew_layout_root(trial->crew, worker);
    return GINT_TO_POINTER(paginate_fits_one(layout, trial->element[index], root));
}

/* Counting ends when more than `spare` do not fit. */
static bool count_page(void *self, unsigned index, void *fits)
{
    struct trial *trial = self;
    (void)index;
    if (fits)
        trial->fitting++;
    else
        trial->misfits++;
    return trial->misfits <= trial->spare;
}

static void use_step(struct crew_layout *crew, const struct fit_step *step)
{
    crew->figures->step = *step;
    for (unsigned i = 0; i <= crew->threads; i++)
        crew->worker[i].step = step;
}

static unsigned count_fitting(struct trial *trial, const struct fit_step *step, unsigned spare)
{
    unsigned sheets = trial->crew->figures->sheets;
    use_step(trial->crew, step);
    trial->spare = spare;
    trial->fitting = trial->misfits = 0;
    crew_run(trial->crew->threads,
             &(struct crew_work){.self = trial, .count = sheets, .ahead = AHEAD, .job = try_page, .take = count_page});
    return trial->fitting;
}

/* Where not even half of them fit at the smallest step, small type would help nobody: then the first. */
static void choose(struct trial *trial, const struct fit *fit)
{
    struct layout_figures *figures = trial->crew->figures;
    unsigned wanted = (unsigned)ceil(fit->share * figures->sheets - LAYOUT_EPSILON);
    for (unsigned step = 0; step < fit->steps; step++) {
        bool last = step + 1 == fit->steps;
        unsigned spare = last ? figures->sheets : figures->sheets - wanted;
        figures->fitting = count_fitting(trial, &fit->step[step], spare);
        if (figures->fitting >= wanted) return;
    }
    if (figures->fitting * 2 < figures->sheets) figures->fitting = count_fitting(trial, &fit->step[0], figures->sheets);
}

void fit_choose(struct crew_layout *crew)
{
    const struct fit *fit = NULL;
    struct trial trial = {.crew = crew, .element = xcalloc(crew->elements, sizeof *trial.element)};
    for (unsigned i = 0; i < crew->elements; i++) {
        const struct fit *own = print_fit(crew->worker[0].print, crew->element[i]);
        if (!own) continue;
        fit = own;
        trial.element[crew->figures->sheets++] = crew->element[i];
    }
    if (fit) choose(&trial, fit);
    free(trial.element);
}
