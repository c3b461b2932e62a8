import { list } from "./list.ts";
import type { LanguageWords } from "./types.ts";

export const spanish: LanguageWords = {
  lists: {
    function: list(`
      el, la, los, las, lo, un, una, unos, unas, este, esta, estos, estas, ese, esa, esos, esas, aquel, aquella, algún, alguna, algunos, algunas, ningún, ninguna, cada, todo, toda, todos, todas, otro, otra, otros, otras, mismo, misma, más, menos, mucho, mucha, muchos, muchas, poco, poca, pocos, muy, tan, tanto, también, ya, aún, todavía, siempre, nunca, no, sí, si, yo, me, mi, nos, nosotros, nosotras, nuestro, nuestra, nuestros, nuestras, tú, su, sus, se, le, les, ellos, ellas, quien, quién, quienes, qué, que, cuál, cuáles, cuando, cuándo, donde, dónde, por, para, porque, cómo, como, y, e, o, u, pero, ni, de, del, a, al, en, con, sin, sobre, entre, hacia, hasta, desde, durante, según, ante, tras, es, son, era, eran, ser, sido, está, están, estar, hay, haya, haber, ha, han, hemos, habremos, habrá, habrán, había, hará, haría, haga, hace, hacer, falta, puede, pueden, podemos, podríamos, podría, poder, debe, deben, debemos, debería, vamos, va, van, así, entonces, aquí, allí, tener, tiene, tienen, tenemos, cuánto, cuántas, uno, dos, tres, cuatro, cinco, seis, siete, ocho, nueve, diez, doce, quince, veinte, treinta, cien, enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre, octubre, noviembre, diciembre, lunes, martes, miércoles, jueves, viernes, sábado, domingo, mes`),
    empty: list(`
      mejor*, aument*, increment*, fortalec*, reforz*, reforc*, foment*, promov*, impuls*, asegur*, garantiz*,
      desarroll*, crear, creamos, crea, crean, generar, generamos, genera, generan, constru*, logr*, consegu*, potenci*, facilit*, aprovech*, ampli*, profundiz*, maximiz*,
      optimiz*, transform*, innovad*, innov*, colabor*, coordin*, comunic*, compart*, apoy*, ayud*, gestion*, trabaj*,
      ser, somos, volver*, hacer, saber, entender, aprender, medir, definir, mostrar, signific*, importa, parece,
      buen, bueno, buena, buenos, buenas, gran, grande, mayor, nuevo, nueva, efectiv*, eficaz, eficaces, eficiente*,
      exitos*, estratégic*, inclusiv*, sostenible*, resiliente*, ágil, ágiles, transparente*, clave, principal*,
      intern*, extern*, real, reales, equipo, organización, organizaciones, red, socio, socios, sector, campo, programa,
      proyecto, iniciativa, miembro, líder, líderes, departamento, área, grupo, persona, gente, usuario, actores, papel,
      rol, manera, forma, parte, tipo, nivel, tiempo, año, mundo, reto, desafío, oportunidad*, fortaleza*, debilidad*,
      tendencia, brecha, problema, necesidad*, lección, lecciones, éxito, valor, valores, historia, prioridad*,
      estrateg*, visión, misión, objetivo, meta, resultado, idea, juntos, juntas, hablar, alianza, ia,
      empresa, ciudad inteligente, sociedad, entidad, institución, institucion*, fundación, asociación, coalición, movimiento, federación, gobierno, público, inspir*, lider*, influ*, adapt*, integr*, conect*, moviliz*, empoder*, sosten*, mant*, visibiliz*, articul*, competitiv*, relevante*, modern*, divers*, audac*, valient*, equitativ*, justo, justa, sensibiliz*, involucr*, consolid*, evolucion*, respond*, afront*`),
    abstract: list(`
      colaboración, alineación, alineamiento, compromiso, comunicación, cultura, capacidad, capacidades, innovación,
      excelencia, conciencia, concienciación, sensibilización, resiliencia, impacto, aprendizaje, conocimiento,
      transformación, equidad, igualdad, justicia, sostenibilidad, calidad, eficiencia, eficacia, efectividad, madurez,
      alianza, relación, relaciones, confianza, inclusión, diversidad, pertenencia, liderazgo, apropiación,
      responsabilidad, transparencia, agilidad, creatividad, participación, implicación, empoderamiento, visibilidad,
      alcance, influencia, voz, presencia, marca, reputación, credibilidad, legitimidad, moral, motivación,
      satisfacción, bienestar, rendimiento, desempeño, productividad, crecimiento, éxito, progreso, cambio, sinergia,
      coherencia, cohesión, integración, coordinación, cooperación, trabajo en equipo, diálogo, entendimiento,
      mentalidad, apertura, preparación, comunidad, conexión, solidaridad, claridad, propósito, valores, visión,
      estrategia, gobernanza, evaluación, reflexión, mejora, mejora continua, desarrollo, digitalización,
      poder, relevancia, identidad, unidad, dignidad, sentido, enfoque, talento, autonomía, motivación, liderazgo, escala, narrativa, incidencia, sensibilidad, curiosidad, coordinación`),
    describing: list(`
      *al, *ales, *iva, *ivas, *ivo, *ica, *ico, *able, *ible, *ado, *ada, mutua, mutuo, compartid*, profund*, verdader*`),
    names: list(`
      okr, scrum, agile, kanban, lean, safe, itil, design thinking, pensamiento de diseño, seis sigma, metodología ágil,
      metodologías ágiles, marco lógico, marco de resultados, teoría del cambio, teoría de cambio, impacto colectivo,
      aprendizaje emergente, cuadro de mando, cuadro de mando integral, agenda de aprendizaje, sesión de aprendizaje,
      sesiones de aprendizaje, registro de aprendizaje, retrospectiva, comunidad de práctica, gestión del conocimiento,
      modelo operativo, forma de trabajar, formas de trabajar, revisión posterior a la acción,
      transformación digital, transformación ágil, sprint, kaizen, gestión del cambio, gestión de proyectos, gestión por resultados, presupuesto por resultados, aula invertida`),
    methods: list(`
      marco, enfoque, metodología, método, modelo, principio, directriz, directrices, guía, protocolo, estándar,
      estándares, plantilla, buenas prácticas, mejores prácticas, currículo, procedimiento, norma, acreditación,
      certificación, auditoría, manual`),
    tools: list(`
      manual, guion, lista de verificación, lista de control, plan, proceso, herramienta, sistema, registro, formulario,
      práctica, módulo, sesión, paso, pasos, política, plataforma, instrucciones, condiciones, programa`),
    doing: list(`
      implement*, implant*, despleg*, despliegue, desplieg*, institucionaliz*, estandariz*, operativiz*, incorpor*`),
    handling: list(`
      adopt*, adopción, aplic*, aplicación, seguir, sigue, siguen, siga, sigan, seguimos, usar, usa, usan, usamos, use,
      utiliz*, cumpl*, replic*, practic*, introduc*, migrar, migrac*, pasar, certific*, complet*, rellen*, llenar, llenen,
      hacer, hacemos, alcanz*, convert*, respet*`),
    fidelity: list(`
      con fidelidad, fidelidad, fielmente, fieles, al pie de la letra, correctamente, exactamente, adecuadamente,
      debidamente, tal como está escrito, según lo previsto, según el manual, como está previsto, plenamente,
      de principio a fin, cumplimiento, cumplido, cumplidos, adherencia, conformidad, apego`),
    result: list(`
      para que, de modo que, de manera que, de forma que, a fin de, con el fin de, con tal de, lo que debería, lo cual,
      lo que hará, así que, de tal modo, sin que, y así, y reducir, y evitar, y bajar, y subir, logrando que,
      como resultado, resultado esperado, efecto esperado, lo sabremos, sabremos que, reducirá, evitará, bajará`),
    gathering: list(`
      sesión, sesiones, taller, talleres, formación, formaciones, capacitación, capacitaciones, curso, seminario, conferencia, reunión, reuniones, evento, módulo, jornada, encuentro, charla, webinario, congreso`),
    everyone: list(`
      todo, toda, todos, todas, cada`),
    service: list(`
      escuela, colegio, clase, clases, clínica, consulta, cita, citas, control prenatal, audiencia, juicio, misa, terapia, vacunación, comedor`),
    circumstance: list(`
      cuando, mientras, en caso de, a pesar de, aunque, siempre que, una vez`),
    safety: list(`
      seguridad, medicación, medicamento, medicina, dosis, quirúrgic*, cirugía, higiene, lavado de manos, infección,
      estéril, evacuación, emergencia, incendio, incendios, bombero, vuelo, tripulación, rescate, cadena de frío,
      alérgeno, radiación, químic*, peligros*, tóxic*, transfusión, ley, leyes, legal, legales, reglamento, normativa,
      licencia, obligatori*, protección de datos, protección infantil`),
    outside: list(`
      cliente, clienta, usuario, usuaria, paciente, familia, padre, madre, padres, hijo, hija, niño, niña, bebé, alumno,
      alumna, estudiante, inquilino, inquilina, residente, vecino, vecina, ciudadano, ciudadana, votante, visitante,
      donante, pasajero, viajero, agricultor, campesino, hogar, solicitante, lector, oyente, trabajador, trabajadora,
      joven, jóvenes, mujer, mujeres, embarazada, hombre, mayores, jubilado, refugiado, migrante, pescador, pescadores,
      socia, socias, productor, productora`),
    activity: list(`
      sesión, sesiones, taller, talleres, formación, formaciones, capacitación, capacitaciones, curso, clase, seminario,
      conferencia, reunión, reuniones, evento, visita, publicación, publicaciones, correo, carta, folleto, boletín,
      boletines, informe, guía, módulo, vídeo, video, campaña, encuesta, entrevista, presentación, artículo, llamada,
      mensaje, herramienta, documento, plan, jornada`),
    done: list(`
      realiz*, celebr*, organiz*, impart*, capacitad*, formad*, asist*, acud*, public*, envi*, distribu*, imprim*,
      impres*, entreg*, complet*, lanz*, tendrá lugar, tendrán lugar, en marcha, particip*, inscrit*, produc*,
      contrat*, instal*, firmad*, aprobad*, disponible*, en funcionamiento, tendrán acceso, tendrá acceso,
      habremos *ado, habremos *ido, habrán *ado, habrán *ido, habrá *ado, habrá *ido, convoc*, prepar*, elabor*, redact*, emit*, inaugur*`),
    vanity: list(`
      seguidor, seguidores, me gusta, descarga, visualización, visualizaciones, impresiones, clic, clics, asistente,
      asistencia, suscriptor, suscriptores`),
    effect: list(`
      vuelv*, volver, regres*, qued*, termin*, elig*, deja, dejan, firm*, duerm*, lee, leen, encuentr*, recuper*, recomiend*, llega, llegan, menos, caen, disminu*, reduc*, solos, solas, mantien*, faltan, compr*, vend*, venden, ahorr*, resuelv*, confí*, decid*, abrieron, aguant*, recuerd*, evit*, cobr*, doble, mitad, viene, vienen, vendrá, sube, suben, baja, bajan, bajará, bajarán, cae, caen, caerá, ganan, gana, paga, pagan, falta, faltan, faltará, faltarán, abren, abrieron, sin volver, primera vez`),
    attendance: list(`
      asistencia, asist*, asistente, participante, participación, inscrit*, inscripciones, personas capacitadas,
      capacitad*, formad*, horas de formación, aforo`),
    satisfaction: list(`
      satisfacción, satisfech*, encuesta final, formulario de evaluación, valoración del taller, valoración de la sesión,
      valoración de la formación`),
    intention: list(`
      vamos a, queremos, planeamos, pretendemos, esperamos, nos gustaría, debemos, deberíamos, necesitamos, creemos,
      lanzar, crear, organizar, desarrollar, mejorar, fortalecer, implementar, seguiremos, continuaremos, explorar,
      explorarmos, hacer, publicar, contratar, capacitar, formar, probar`),
    outsiders: list(`
      financiador, financiadora, financiadores, donante, donantes, patrocinador, patrocinadores, fundación, junta, junta directiva, consejo, patronato, sede, sede central,
      oficina central, ministerio, gobierno, ayuntamiento, auditor, auditora, auditores, evaluador, evaluadora, evaluadores,
      inspección, inspector, inspectora, regulador, comité, inversor, inversores, universidad, secretaría`),
    asking: list(`
      quiere saber, quieren saber, quisiera saber, quisieran saber, le gustaría saber, les gustaría saber, desea saber,
      desean saber, necesita saber, necesitan saber, quiere ver, quieren ver, quiere que, quieren que, pregunta, preguntan, ha preguntado,
      han preguntado, preguntó, preguntaron, pide, piden, ha pedido, han pedido, nos ha pedido, nos han pedido, pidió, pidieron, exige,
      exigen, requiere, requieren, solicita, solicitan, ha solicitado, han solicitado, espera que, esperan que`),
    askedFor: list(`
      a petición de, a petición del, a solicitud de, a solicitud del, pedido por, pedida por, exigido por, exigida por, solicitado por,
      solicitada por, en nombre de, por encargo de, por encargo del, requerido por, requerida por`),
    forOthers: list(`
      para el informe, para el informe anual, para nuestro informe, para la memoria, para la memoria anual, para la evaluación,
      para la auditoría, para el financiador, para el donante, para la junta, para el sector`),
    takenUp: list(`
      la hicimos nuestra, la hemos hecho nuestra, lo hicimos nuestro, la adoptamos, nuestra propia pregunta, también queremos saberlo`),
    setting: list(`después de, después del, antes de, antes del, tras, desde`),
    doubt: list(`
      no funcionó, no funciona, no sirvió, no sirve, falló, falla, fallaron, fracasó, fracasaron, no cambió nada, nada cambió, sin efecto,
      realmente se aplicó, realmente se usó, realmente se siguió, se aplicó realmente, se usó realmente, se siguió realmente,
      de verdad se aplicó, de verdad se usó, nunca se aplicó, nunca se usó, nunca se siguió, no se aplicó, no se usó, no se siguió, no se llevó a cabo`),
    platitude: list(`
      clave, importante, importancia, esencial, crucial, fundamental, fundamentales, vital, imprescindible, necesari*, valios*, útil, útiles,
      tiempo, lleva tiempo, paciencia, salió bien, fue bien, funcionó bien, marca la diferencia, hace la diferencia,
      diferencia, planific*, prepar*, recursos, fondos, presupuesto, dinero, antelación, con antelación, con tiempo, antes, temprano, pronto, expectativas,
      responsabilidades, personas, involucr*, escuch*, invertir, cuenta, cuentan, trabajo en equipo, claridad, clar*, siempre, en general, próxima vez, falta, faltan, hace falta, hacen falta`),
  },
  we: /(?:amos|emos|imos)$/,
  purpose: {
    word: "para",
    verb: /(?:ar|er|ir)(?:se|lo|la|los|las|le|les)?$/,
    neverVerbs: list(`lugar, hogar, bienestar, mujer, taller, líder, alquiler, ayer, sector, ser`),
  },
};
